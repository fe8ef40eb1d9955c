import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { refusal } from '../core/index.ts';

/** 500 KB a request, as Segment documents it, packed or unpacked. */
export const BODY_BYTES_MAX = 500 * 1024;

const gunzipAsync = promisify(gunzip);
const inflateAsync = promisify(inflate);

/**
 * The body of a request as UTF-8 text in bytes: unpacked when Content-Encoding says so or when it begins like gzip
 * (posthog-js and some proxies pack without saying so), without a byte order mark.
 * Refusals: `ingest.encoding-unknown` (415), `ingest.bad-gzip` (400), `ingest.too-large` (413), `ingest.not-utf8` (400).
 */
export async function unpack(body: Buffer, contentEncoding: string | undefined): Promise<Buffer> {
  const coding = contentEncoding?.trim().toLowerCase() ?? '';
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const plain = isGzip
    ? await inflated(body, gunzipAsync)
    : coding === 'deflate'
      ? await inflated(body, inflateAsync)
      : body;
  if (plain === body && (coding === 'gzip' || coding === 'x-gzip')) {
    throw refusal('ingest.bad-gzip', 400, 'Content-Encoding says gzip, but the body is not.');
  }
  if (!KNOWN_CODINGS.has(coding)) {
    throw refusal('ingest.encoding-unknown', 415, 'Send the body plain or packed with gzip.', {
      detail: { contentEncoding: coding.slice(0, 40) },
    });
  }
  if (plain.length > BODY_BYTES_MAX) throw tooLarge();
  if (!isUtf8(plain)) throw refusal('ingest.not-utf8', 400, 'The body is not valid UTF-8.');
  return plain[0] === 0xef && plain[1] === 0xbb && plain[2] === 0xbf ? plain.subarray(3) : plain;
}

const KNOWN_CODINGS: ReadonlySet<string> = new Set(['', 'identity', 'gzip', 'x-gzip', 'deflate']);

/** Unpacking stops at the limit, so a bomb costs no more memory than a lawful body. */
async function inflated(
  body: Buffer,
  unpacker: (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>,
): Promise<Buffer> {
  try {
    return await unpacker(body, { maxOutputLength: BODY_BYTES_MAX });
  } catch (cause) {
    const code = (cause as { code?: unknown }).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw refusal('ingest.bad-gzip', 400, 'The packed body is damaged.', { cause });
  }
}

function tooLarge(): Error {
  return refusal(
    'ingest.too-large',
    413,
    `A request may have ${BODY_BYTES_MAX} bytes; send smaller batches.`,
    {
      detail: { bytesMax: BODY_BYTES_MAX },
    },
  );
}
