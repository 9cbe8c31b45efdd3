/** Texts up to this length are typed in place and looked through for secrets at once; longer ones are kept aside and left to the worker. */
export const longestTyped = 100_000

/** Longer texts are not put into an editor, which would hold up the page at every key: they are kept whole and shown in part. */
export const longestEdited = 1_000_000
