/**
 * What a caller chooses in a call. `what` is its name in words; each command is for one operation and has `<VALUE>` where the value goes. With another
 * operation, the key describes a resource that exists.
 */
export type Choice = readonly [key: string, what: string, ...commands: readonly string[]]

/** What a caller turns on or off: the same commands for both, with what each says. */
export interface Switch {
  readonly key: string
  readonly what: string
  readonly on: readonly string[]
  readonly off: readonly string[]
}
