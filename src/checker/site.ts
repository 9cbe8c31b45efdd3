/** The URL of the site's root, with a slash at its end, from the address of the checker: the same files work below any path. */
export function siteRoot(href: string): string {
  const url = new URL(href)
  const path = url.pathname.replace(/checker(\/(index\.html)?|\.html)?$/, '')
  return new URL(path.endsWith('/') ? path : `${path}/`, url).href
}
