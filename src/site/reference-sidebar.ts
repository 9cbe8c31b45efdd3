/** The sidebar of pages that there are hundreds of: the list of all articles would be half of each of them. */
export const referenceSidebar = [
  { label: 'Checker', link: '/checker/' },
  { label: 'Start page and articles', link: '/' },
  { label: 'Policy checks', link: '/checks/' },
  { label: 'All AWS actions', link: '/reference/' },
  { label: 'Services and policy types', link: '/services/' },
  { label: 'Policy elements', link: '/reference/elements/' },
  { label: 'Condition operators', link: '/reference/operators/' },
  { label: 'Global condition keys', link: '/reference/condition-keys/' },
]
