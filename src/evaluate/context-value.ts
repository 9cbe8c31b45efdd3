/** What a request holds under a context key. An array in the input makes a multivalued key, even with one entry. */
export type ContextValue =
  | { readonly is: 'absent' }
  | { readonly is: 'unknown' }
  | { readonly is: 'single'; readonly value: string }
  | { readonly is: 'multi'; readonly values: readonly string[] }

export const absent: ContextValue = { is: 'absent' }
export const unknown: ContextValue = { is: 'unknown' }
export const single = (value: string): ContextValue => ({ is: 'single', value })
