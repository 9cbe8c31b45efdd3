import { expect, type Locator, type Page } from './test.ts'

/** Opens the search with its keys, which work once its script has run. Gives its box. */
export async function openSearch(page: Page): Promise<Locator> {
  const box = page.locator('site-search input')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(box).toBeVisible({ timeout: 2000 })
  }).toPass()
  return box
}
