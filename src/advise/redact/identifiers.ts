// Identifiers with a fixed shape: account numbers, IDs of principals, resources, and organizations, UUIDs, addresses.
import { createAddresses } from './addresses.ts'
import type { Kind, Placeholders } from './placeholders.ts'

/** Digits of an account: alone, in a host name, in a bucket name, after an escape, and as the console writes them. */
const start = String.raw`(?:(?<!\d)|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4})|(?<=\\x[0-9A-Fa-f]{2}))`
/** Between groups of digits: a hyphen or a dash, a blank that may break or not, a dot. */
const gap = String.raw`[-\u2010-\u2015\u2212 \u00a0\u2009\u202f.]`
const account = new RegExp(
  String.raw`${start}(?:\d{12}|\d{4}(?<gap>${gap})\d{4}\k<gap>\d{4}|\d{3}(?<comma>[,’'])\d{3}\k<comma>\d{3}\k<comma>\d{3}(?![,.]\d))(?!\d)`,
  'g',
)
const accountKind: Kind = { make: (n) => String(100_000_000_000 + n), made: /(?<!\d)1000000\d{5}(?!\d)/ }

const uuid = /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/gi
/** The letters keep its groups from being read as an account number: 4000-8000-0000, or the last 12 digits. */
const uuidKind: Kind = {
  make: (n) => `00000000-000e-4000-8000-e${String(n).padStart(11, '0')}`,
  made: /00000000-000e-4000-8000-e\d{11}/,
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const uniqueId = /(?<![A-Z0-9])(?:AROA|AIDA|AGPA|ANPA|AIPA|APKA|ASCA)[A-Z0-9]{12,24}(?![A-Z0-9])/g
const uniqueKind: Kind = {
  make: (n, text) => `${text.slice(0, 4)}EXAMPLE${String(n).padStart(9, '0')}`,
  made: /A[A-Z]{3}EXAMPLE\d{9}/,
}

/** VPCs, endpoints, instances, keys of 10 to 64 hexadecimal digits, directories of IAM Identity Center; the hash in a permission set's role. */
const hexId =
  /(?<=(?<![A-Za-z0-9-])(?:vpc|vpce|vpce-svc|subnet|i|eni|sg|sgr|rtb|igw|nat|vol|ami|snap|acl|tgw|pcx|eipalloc|lt|fs|d|ssoins|ps|mi)-)[0-9a-f]{8,17}(?![A-Za-z0-9])|(?<=AWSReservedSSO_[\w+=,.@-]{1,64}_)[0-9a-f]{16}(?![0-9a-f])|(?<=[/.]id(?:\/|%2F))[0-9A-F]{32}(?![0-9A-F])|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g
const hexKind: Kind = { make: (n, text) => String(n).padStart(text.length, '0'), made: /0{5,}\d{1,9}/ }

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
const organization =
  /(?<![\w-])(?:(?:o|p)-(?=[a-z]*\d)[a-z0-9]{8,32}|r-(?=[a-z]*\d)[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}(?:-[a-z0-9]{8,32})?)(?![\w])/g
const organizationKind: Kind = { make: (n) => `example${n}`, made: /example\d+/ }

/** Anyone who has this ID can read AWS’s record of the denial. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html */
const authorization =
  /(?<=authorization-details\/\s{0,9}|authorization id:\s{0,9}["'`*(]{0,2}|--authorization-id[ =]["']?|authorizationId["']?\s{0,3}[:=]\s{0,3}["']?)[0-9A-Za-z]{8,256}|(?<=access-troubleshooter[\w/?&#=.-]{0,80}[/=]|authorization[ -]?id(?: is)?[ =]{1,3}["'`*(]{0,2})(?=[A-Za-z]{0,40}\d)[0-9A-Za-z]{8,256}(?![\w-])/gi
const authorizationKind: Kind = {
  make: (n) => `example${String(n).padStart(18, '0')}`,
  made: /example0{4,}\d{1,14}/,
}

/** Telephone numbers in the international form. https://www.itu.int/rec/T-REC-E.123 */
const telephone = /(?<![\w+/=.-])\+[1-9]\d{0,2}(?:[ (]{1,2}\d{1,5}\)?){1,5}(?:[ -]?\d{2,8}){0,3}(?!\w)/g
const telephoneKind: Kind = { make: (n) => `+1 555 01${String(n).padStart(2, '0')}`, made: /\+1 555 01\d{2,6}/ }

/** "ip-10-0-0-1.ec2.internal", and any other host's first label: "203-0-113-7.static.example.com". */
const ipHost =
  /(?<![A-Za-z0-9-])((?:ip|ec2)-|(?=(?:\d{1,3}-){3}\d{1,3}[a-z-]{0,20}\.[a-z]))(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})(?![A-Za-z0-9]|-\d)/g
const ipv4 =
  /(?:(?<![\d.]|(?:%|\\x)[0-9A-Fa-f]?)|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4})|(?<=\\x[0-9A-Fa-f]{2}))\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:\/\d{1,2})?(?![\d/]|\.\d)/g
const ipv6 = /(?<![\w:.-])(?=[0-9a-f]{0,4}:)[0-9a-f:]{3,39}(?:\/\d{1,3})?(?![\w:])/gi

/** Replaces every identifier with a fixed shape. */
export function createIdentifiers(placeholders: Placeholders): (text: string) => string {
  const address = createAddresses()
  const replaceAccount = (found: string): string => {
    const made = placeholders.of(accountKind, found.replace(/\D/g, ''))
    const [separator] = /\D/.exec(found) ?? []
    if (separator === undefined) return made
    const size = found.indexOf(separator)
    return Array.from({ length: made.length / size }, (_, i) => made.slice(i * size, (i + 1) * size)).join(separator)
  }
  const replaceOrganization = (found: string): string =>
    found.replace(/(?<=-)[a-z0-9]+/g, (part) => placeholders.of(organizationKind, part))
  return (text) =>
    text
      .replace(authorization, (found) => placeholders.of(authorizationKind, found))
      .replace(telephone, (found) =>
        found.replace(/\D/g, '').length < 8 ? found : placeholders.of(telephoneKind, found),
      )
      .replace(uuid, (found) => placeholders.of(uuidKind, found.toLowerCase()))
      .replace(uniqueId, (found) => placeholders.of(uniqueKind, found))
      .replace(hexId, (found) => placeholders.of(hexKind, found))
      .replace(organization, replaceOrganization)
      .replace(ipHost, (_, head: string, ...bytes: string[]) => {
        return `${head}${address(bytes.slice(0, 4).join('.')).replaceAll('.', '-')}`
      })
      .replace(ipv6, (found) => address(found))
      .replace(ipv4, (found) => address(found))
      .replace(account, replaceAccount)
}
