/** A value that the paste hides, with what takes its place while the case is decided. */
export interface Mask {
  /** As the user wrote it: "XXXXXXXXXXXX". */
  readonly text: string
  readonly kind: 'account' | 'name'
  /** A value that nothing else in the case has. */
  readonly standIn: string
  /** Other values in the case that it could be. */
  readonly couldBe: readonly string[]
}
