import type { Text } from '../../words/index.ts'

/** Puts a comment of a command or document into words. */
export type Say = (text: Text) => string
