/** Access: who may do what. Users with roles, sessions, tokens of the API, and the gate that every request passes. */
export { type Access, type AccessDeps, openAccess } from './access.ts';
export type { Audit, AuditPage } from './audit.ts';
export type { AuditEntry, AuditFilter } from './audit-entry.ts';
export { auditRoutes } from './audit-hook.ts';
export { createGate, type Gate, type GateOptions } from './gate.ts';
export { labelRoutes } from './label-routes.ts';
export { createMasks, labelFindings, labelsKind, type MaskOf } from './labels.ts';
export { isLoopback } from './origin.ts';
export { type ProviderOptions, pairOf } from './provider.ts';
export type { Role } from './roles.ts';
export { accessRoutes } from './routes.ts';
