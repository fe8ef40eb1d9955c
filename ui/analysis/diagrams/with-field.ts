/** An object with a field set, or without it where the value is undefined. */
export function withField<Q extends object, K extends keyof Q>(
  object: Q,
  field: K,
  value: Q[K] | undefined,
): Q {
  const { [field]: _, ...rest } = object;
  return (value === undefined ? rest : { ...rest, [field]: value }) as Q;
}
