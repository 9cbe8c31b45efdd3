/** Texts up to this length are typed in place and looked through for secrets at once; longer ones are kept aside and left to the worker. */
export const longestTyped = 100_000
