/** What a code block of an article says of itself, by name. */
export type Claims = ReadonlyMap<string, string>

/** What a code block can say of itself in its first line: the list for authors. */
export const claimNames = new Set([
  'policy', // the policy's type; with it:
  'allows', // ACTION[@RESOURCE], several with commas: the policy allows it
  'spares', // the same, for a Deny that lets it through and for statements that need no context
  'denies', // the same, for what it does not allow
  'as', // who asks; without it the user mateojackson
  'context', // KEY:VALUE, several with commas: what the request carries
  'owner', // the account of the resource, where its ARN does not say it
  'other-side', // trust or resource: such a policy of the other account lets the caller in
  'opens', // PAGE or PAGE/TASK of the table of Billing pages, several with commas: the policy has these actions and no others
  'exempts', // billing-pages: a Region lock lets everything through that these pages need
  'message', // the kind of denial that the text is read as; with it:
  'action', // the action that is read
])

/** The claims in the first line of a code block: "policy=identity allows=ce:GetTags". */
export const readClaims = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/\s+/).flatMap((word) => {
      const equals = word.indexOf('=')
      return word === '' ? [] : [[word.slice(0, Math.max(equals, 0)), word.slice(equals + 1)] as const]
    }),
  )
