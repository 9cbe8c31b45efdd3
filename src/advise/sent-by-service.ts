import type { Question } from '../evaluate/index.ts'

/** A context of AWS's own is sent by the service that uses the key for the caller: then that part of the conditions is met. */
export const withoutVia = (questions: readonly Question[]): readonly Question[] =>
  questions.some(({ key }) => /^kms:EncryptionContext:aws:/i.test(key))
    ? questions.filter(({ key }) => key.toLowerCase() !== 'kms:viaservice')
    : questions
