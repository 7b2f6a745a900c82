/** A text that could not be understood: what is wrong with it, and what to write instead. Bad input is a value, not an exception. */
export type Fault = { readonly fault: string; readonly hint: string }

/** Tells a parsed value from the reason why there is none. */
export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'fault' in value && 'hint' in value
}
