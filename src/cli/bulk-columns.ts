/** The columns of reports that are tables. */
export const columns = [
  'count',
  'principal',
  'action',
  'cause',
  'title',
  'article',
  'first',
  'last',
  'certainty',
  'fingerprint',
  'isNew',
] as const
