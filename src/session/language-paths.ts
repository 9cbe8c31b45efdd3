// Addresses of the pages about the policy language, below the site's root. The pages are made in src/pages/reference/.

/** "aws:SourceIp" to "aws-sourceip", "aws:PrincipalTag/" to "aws-principaltag". */
export const keySlug = (name: string): string => name.toLowerCase().replace(':', '-').replace('/', '')

/** The page of a global condition key, named as `globalKeys` spells it. */
export const keyPath = (name: string): string => `reference/condition-keys/${keySlug(name)}/`

/** The page of a condition operator, or of a part of its name (IfExists). */
export const operatorPath = (name: string): string => `reference/operators/${name.toLowerCase()}/`

/** The place of a policy element on the page of all elements. */
export const elementPath = (name: string): string => `reference/elements/#${name.toLowerCase()}`

/** The article on policy variables. */
export const variablesPath = 'policies/variables/'
