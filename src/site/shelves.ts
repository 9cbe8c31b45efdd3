/** The shelves of content/, in the order of llms.txt. */
export const llmsShelves = [
  ['billing', 'Billing'],
  ['messages', 'Messages'],
  ['policies', 'Policies'],
  ['roles', 'Roles and federation'],
  ['credentials', 'Credentials'],
  ['tools', 'Command line and code'],
  ['hosting', 'Hosting'],
  ['start', 'About'],
] as const

const parts: ReadonlyMap<string, string> = new Map<string, string>([
  ...llmsShelves,
  ['guides', 'Guides'],
  ['checks', 'Policy checks'],
  ['reference', 'Reference'],
  ['services', 'Reference'],
])

/** The part of the site that a page belongs to, by its path; undefined for a page on no shelf. */
export const partOfSite = (path: string): string | undefined => parts.get(path.split('/')[0] ?? '')
