/** What a check says: templates by ID. `{{name}}` is a place for data; inside backticks it's a text of the user's, or several. */
export type Messages = Readonly<Record<string, string>>

/** What is put into a template, by the name of its place. A list is written out as one: "a, b and c". */
export type MessageData = Readonly<Record<string, string | readonly string[]>>

/** One of a check's messages, with its data: no words of its own, so another language needs only other templates. */
export interface Message {
  readonly id: string
  readonly data: MessageData
}
