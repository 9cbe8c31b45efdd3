import { expect, hydrated, type Locator, type Page, test } from './test.ts'

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
    this.paste = page.locator('#wd-paste')
    this.answer = page.locator('[data-cause]')
    this.start = page.locator('[data-start]')
    this.fixes = page.locator('[data-fix]:not(.wd-other-way *)')
    this.secrets = page.locator('.wd-secrets')
  }

  /** Opens the checker; `rest` is appended to its URL. */
  async open(rest = ''): Promise<void> {
    await this.page.goto((test.info().project.metadata.checker ?? 'checker/') + rest)
    await this.isAwake()
  }

  /** Waits until the page’s island is hydrated. */
  async isAwake(): Promise<void> {
    await hydrated(this.page)
  }

  async openExample(name: string): Promise<void> {
    await this.open(`?example=${name}`)
    await expect(this.answer).toBeVisible()
  }

  /** Waits for the answer to what was entered last. The page is at work from the moment of a change on; before the answer, nothing that's absent means anything. */
  async isAnswered(): Promise<void> {
    await expect(this.page.locator('[data-engine]')).toHaveAttribute('data-engine', 'idle')
  }

  /** Waits for what comes after an answer with a fix and takes room: what the fix opens, and the editors in sight. */
  async isComplete(): Promise<void> {
    await this.isAnswered()
    await expect(this.page.locator('[data-opens]').first()).toBeAttached()
    await expect(this.page.locator('[data-ready="false"]:visible')).toHaveCount(0)
  }

  /** Chooses an example from the menu, which is filled when the focus comes to it. */
  async chooseExample(name: string): Promise<void> {
    const menu = this.page.getByLabel('Open an example')
    await menu.focus()
    await menu.selectOption(name)
  }

  /** The editor of a policy, by its name. */
  editor(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Text of ${name}` })
  }

  /** The panel of a policy; it's drawn whole while its tab is chosen. */
  card(name: string): Locator {
    return this.page.locator(`[data-policy="${name}"]`)
  }

  /** Adds a policy and pastes its text. Returns its name. */
  async addPolicy(text: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Add a policy' }).click()
    const name = (await this.page.locator('[data-policy]:visible').getAttribute('data-policy')) ?? ''
    await this.fillEditor(name, text)
    return name
  }

  async fillEditor(name: string, text: string): Promise<void> {
    await this.openPolicy(name)
    await this.editor(name).fill(text)
  }

  /** Opens a part of the answer. */
  async openTab(tab: 'Fix' | 'Why' | 'Questions' | 'Message'): Promise<void> {
    await this.page.getByRole('tablist', { name: 'Parts of the answer' }).getByRole('tab', { name: tab }).click()
  }

  /** Opens a part of the request's sentence, to correct it. */
  async openSlot(slot: 'principal' | 'action' | 'resource' | 'resourceAccount' | 'context' | 'facts'): Promise<void> {
    await this.page.locator(`[data-slot="${slot}"]`).click()
  }

  /** On a narrow screen an answer comes to the front. */
  async showInput(): Promise<void> {
    const input = this.page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Input' })
    if (await input.isVisible()) await input.click()
  }

  async openError(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Error' }).click()
  }

  async share(): Promise<void> {
    await this.page.getByRole('button', { name: 'Share' }).click()
  }

  /** A policy's text is in an editor once its tab was chosen. */
  async openPolicy(name: string): Promise<void> {
    await this.page.locator(`[data-document="${name}"]`).click()
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
