/** The services that resource control policies cover. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html (list of September 2026) */
const services: ReadonlySet<string> = new Set(''.split(' '))

/** Do RCPs cover this service? Takes its prefix in lower case. */
export const supportsRcp = (prefix: string): boolean => services.has(prefix)
