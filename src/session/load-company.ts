import type { CompanyRead } from './company.ts'

export type { CompanyRead } from './company.ts'

/** What a site without settings has. */
export const noSettings: CompanyRead = { company: {}, problems: [] }

/** The company's settings, from the file next to the site's home page. The code that reads them loads only if the file exists. */
export async function loadCompany(site: string): Promise<CompanyRead> {
  try {
    const response = await fetch(new URL('whydenied.config.json', site))
    if (!response.ok) return noSettings
    const text = await response.text()
    return text.trim() === '{}' ? noSettings : (await import('./company.ts')).readCompany(text)
  } catch {
    return noSettings // offline
  }
}
