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
