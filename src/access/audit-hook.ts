import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock, RoutePermission } from '../core/index.ts';
import type { Audit } from './audit.ts';
import type { AuditEntry } from './audit-entry.ts';

/** Of lists longer than this only the number of people is kept. */
const PEOPLE_MAX = 20;
const NOTE_CHARACTERS_MAX = 500;
const PATH_CHARACTERS_MAX = 300;

/** What a route is to the audit when its options do not say: its permission tells. */
export function auditOf(method: string, permission: RoutePermission): 'change' | 'view' | 'none' {
  if (permission === 'open' || permission === 'collect') return 'none';
  const isRead = /^(GET|HEAD|OPTIONS)$/.test(method);
  if (permission === 'signed-in') return isRead ? 'none' : 'change';
  if (permission.endsWith('.write') && !isRead) return 'change';
  // Refused events hold what people sent.
  return /^(people|quarantine)\./.test(permission) ? 'view' : 'none';
}

/**
 * Records what comes of every route that is added from now on. An answer to a change waits until its entry is durable;
 * when the state takes none, the change is answered all the same, and health tells.
 */
export function auditRoutes(
  app: FastifyInstance,
  { audit, clock }: { readonly audit: Audit; readonly clock: Clock },
): void {
  const record = async (request: FastifyRequest, reply: FastifyReply, kind: 'change' | 'view') => {
    const entry = entryOf(request, reply, kind, clock.now());
    if (entry === undefined) return;
    audit.record(entry);
    if (kind === 'change')
      await audit
        .flush()
        .catch((error: unknown) => request.log.error({ err: error }, 'the audit cannot be stored'));
  };
  app.addHook('onRoute', (route) => {
    const permission = route.config?.permission;
    const method = String([route.method].flat()[0]);
    const kind = route.config?.audit ?? (permission ? auditOf(method, permission) : 'none');
    if (kind === 'none') return;
    const others = route.onSend === undefined ? [] : [route.onSend].flat();
    route.onSend = [
      ...others,
      async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
        await record(request, reply, kind);
        return payload;
      },
    ];
  });
}

/** The entry of a request; undefined when nothing was changed or seen. */
function entryOf(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: 'change' | 'view',
  at: number,
): AuditEntry | undefined {
  const { statusCode: status } = reply;
  const { principal, seenPeople, auditNote } = request;
  // Nothing is changed or shown by somebody whom we do not know, unless she was let in by it.
  const isRefused = status === 403 || principal === undefined;
  // Of a mistake of ours nobody knows how far it came.
  const isDone = status < 400 || (status >= 500 && kind === 'change');
  if (!isDone && !(isRefused && (principal || auditNote !== undefined))) return undefined;
  const schema = request.routeOptions.schema as { readonly operationId?: string } | undefined;
  const people = [...new Set(seenPeople)];
  return {
    at,
    kind: isRefused ? 'refused' : kind,
    by: principal?.by ?? 'anonymous',
    action: schema?.operationId ?? `${request.method} ${request.routeOptions.url}`,
    path: (request.url.split('?', 1)[0] ?? '').slice(0, PATH_CHARACTERS_MAX),
    status,
    ...(people.length > 0 && people.length <= PEOPLE_MAX ? { people } : {}),
    ...(people.length > 0 ? { peopleCount: people.length } : {}),
    ...(auditNote === undefined ? {} : { note: auditNote.slice(0, NOTE_CHARACTERS_MAX) }),
    address: request.ip,
  };
}
