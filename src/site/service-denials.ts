import { otherCauses, type ServiceDenial, type Statement, serviceDenials } from '../../content/services/index.ts'

/** The anchor of a denial: "the-policy-names-the-bucket-not-its-objects". */
export const denialId = ({ title }: ServiceDenial): string =>
  title
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The policy to paste, as AWS writes it. */
export const denialPolicy = ({ statements }: { readonly statements: readonly Statement[] }): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2)

/** What else the message can mean, each with what to do. */
export const otherCausesOf = (prefix: string, denial: ServiceDenial): readonly string[] =>
  otherCauses.get(`${prefix}#${denialId(denial)}`) ?? []

/** A usual denial of a service that an article says more about. */
export interface Counterpart {
  readonly prefix: string
  readonly title: string
  /** Its place below the site's root: "reference/ecr/#no-basic-auth-credentials". */
  readonly address: string
}

/** The usual denials of services that lead to an article: readers who find the article are led back to theirs. */
export const counterpartsOf = (article: string): readonly Counterpart[] =>
  [...serviceDenials].flatMap(([prefix, denials]) =>
    denials
      .filter((denial) => denial.article === article)
      .map((denial) => ({ prefix, title: denial.title, address: `reference/${prefix}/#${denialId(denial)}` })),
  )
