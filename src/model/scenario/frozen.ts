/** Plain data that nobody can change any more, inside and out. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) frozen<unknown>(inner)
  return Object.freeze(value)
}
