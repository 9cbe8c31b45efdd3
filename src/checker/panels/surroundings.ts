import type { Company } from '../../session/company.ts'

/** The checker's information about the site that it belongs to. */
export interface Surroundings {
  /** The URL of the site's root, with a slash at its end. */
  readonly site: string
  /** The project's version. */
  readonly version: string
  /** Paths of the articles that exist. */
  readonly articles: readonly string[]
  readonly examples: readonly ExampleLink[]
  /** What the company that hosts the site says about itself. */
  readonly company: Company
}

/** An example in the menu; its case is loaded when it is chosen. */
export interface ExampleLink {
  readonly name: string
  readonly title: string
  /** What the menu puts it under: "Billing". */
  readonly group: string
  /** Of those that are shown before anything is given. */
  readonly summary?: string
}
