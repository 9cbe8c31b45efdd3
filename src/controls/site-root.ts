/** The URL of the site's root, with a slash at its end, from the address of a page below it, such as "compare": the same files work below any path. */
export function siteRootOf(href: string, page: 'account' | 'compare' | 'used'): string {
  const url = new URL(href)
  const end = [`${page}/index.html`, `${page}.html`, `${page}/`, page].find((each) => url.pathname.endsWith(each)) ?? ''
  const path = url.pathname.slice(0, url.pathname.length - end.length)
  return new URL(path.endsWith('/') ? path : `${path}/`, url.origin).href
}

/** Loads files of this site only; what can't be loaded is undefined. */
export const fetcherOf =
  (site: string) =>
  async (path: string): Promise<string | undefined> => {
    try {
      const response = await fetch(new URL(path, site))
      return response.ok ? await response.text() : undefined
    } catch {
      return undefined
    }
  }
