import type { PlaceId } from './places.ts'

/** What a policy is attached to. The name is a plain word for a shell, or a placeholder such as <ROLE_NAME>. */
export interface Holder {
  readonly is: PlaceId
  readonly name: string
  /** Values of other placeholders in the place’s commands. */
  readonly more?: Readonly<Record<string, string>> | undefined
  /** The name of an inline policy that is changed, ready for a shell; undefined for a new one. */
  readonly policy?: string
}
