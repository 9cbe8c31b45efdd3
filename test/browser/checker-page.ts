import { expect, type Locator, type Page, test } from './test.ts'

/** The checker as its users see it. */
export class CheckerPage {
  readonly page: Page
  readonly paste: Locator
  readonly answer: Locator
  readonly start: Locator
  readonly fixes: Locator
  readonly secrets: Locator

  constructor(page: Page) {
    this.page = page
    this.paste = page.getByRole('textbox', { name: 'Paste the error you got' })
    this.answer = page.locator('[data-cause]')
    this.start = page.locator('[data-start]')
    this.fixes = page.locator('[data-fix]:not(.wd-other-way *)')
    this.secrets = page.locator('.wd-secrets')
  }

  /** Opens the checker; `rest` is what follows its address. */
  async open(rest = ''): Promise<void> {
    await this.page.goto((test.info().project.metadata.checker ?? 'checker/') + rest)
    await this.isAwake()
  }

  /** The page has come to life: its island is hydrated. */
  async isAwake(): Promise<void> {
    await expect(this.page.locator('astro-island[ssr]')).toHaveCount(0)
  }

  async openExample(name: string): Promise<void> {
    await this.open(`?example=${name}`)
    await expect(this.answer).toBeVisible()
  }

  /** The editor of a policy, by its name. */
  editor(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Text of ${name}` })
  }

  card(name: string): Locator {
    return this.page.locator(`[data-policy="${name}"]`)
  }

  /** Adds a policy and pastes its text. Gives its name. */
  async addPolicy(text: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Add a policy' }).click()
    const name = (await this.page.locator('[data-policy]').last().getAttribute('data-policy')) ?? ''
    await this.fillEditor(name, text)
    return name
  }

  async fillEditor(name: string, text: string): Promise<void> {
    await this.scrollTo(name)
    await this.editor(name).fill(text)
  }

  /** A policy's text is in an editor once it was in sight. */
  async scrollTo(name: string): Promise<void> {
    await this.card(name).scrollIntoViewIfNeeded()
    await expect(this.card(name).locator('[data-ready="true"]')).toHaveCount(1)
  }

  async decides(decision: string): Promise<void> {
    await expect(this.answer).toHaveAttribute('data-decision', decision)
  }

  async causeIs(id: string): Promise<void> {
    await expect(this.answer).toHaveAttribute('data-cause', id)
  }
}

/** What the clipboard would hand over, without going through the system's. */
export async function pasteInto(target: Locator, text: string): Promise<void> {
  const isTaken = await target.evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    element.focus()
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    return !element.dispatchEvent(event)
  }, text)
  if (!isTaken) await target.page().keyboard.insertText(text)
}

export const policyOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
