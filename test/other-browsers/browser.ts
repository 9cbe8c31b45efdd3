// What the flows need of a browser. Firefox and WebKit are driven by different protocols, so this is all they share.

/** A script with its arguments, as text: it runs in the page and returns something that JSON can hold. */
export type PageScript = (...args: readonly string[]) => unknown

export interface Browser {
  /** The browser's name and version. */
  readonly name: string
  /** Resolves once the page has loaded. */
  open(address: string): Promise<void>
  /** Runs a function in the page. It can't see anything outside of itself. */
  inPage(script: PageScript, ...args: readonly string[]): Promise<unknown>
  /** Types text with real key events into the element that has the focus. */
  type(text: string): Promise<void>
  /** Clicks the center of the first element that matches, with the mouse. */
  click(selector: string): Promise<void>
  /** Errors that the page reported since it was opened, where the protocol tells. */
  errors(): readonly string[]
  screenshot(file: string): Promise<void>
  close(): Promise<void>
}

/** A browser that can be started here, or the sentence that says why not. */
export type Found =
  | { readonly is: 'found'; start(): Promise<Browser> }
  | { readonly is: 'missing'; readonly because: string }

const patience = 60_000
const pause = 100

/** Asks again until the page's answer satisfies; rejects after a minute with the last answer. */
export async function until(
  browser: Browser,
  what: string,
  script: PageScript,
  isRight: (answer: unknown) => boolean,
  ...args: readonly string[]
): Promise<void> {
  const end = Date.now() + patience
  let last: unknown
  while (Date.now() < end) {
    last = await browser.inPage(script, ...args)
    if (isRight(last)) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Error(`${what}: the page still says ${JSON.stringify(last)}`)
}
