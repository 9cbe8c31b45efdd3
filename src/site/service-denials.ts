import { otherCauses, type ServiceDenial, type Statement } from '../../content/services/index.ts'

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
