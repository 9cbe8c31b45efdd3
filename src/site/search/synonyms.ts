// Words that people use for what the pages call something else. General words only: which page answers which question follows from the pages themselves.
import { stemmer } from 'stemmer'

/** Words of one meaning, as typed or written. Each finds the others, with less weight than itself. */
const same: readonly string[] = [
  'bill bills billing invoice statement',
  'cost costs spend spending expense expenses price charge',
  'charge charged charges fee',
  'pay payment paying paid unpaid overdue',
  'card creditcard payment',
  'see view show look read display open visible showing',
  'hide invisible',
  'people others someone users team colleague employee person staff',
  'accountant finance auditor bookkeeper controller accounting',
  'give grant allow let permit share',
  'denied deny denies refused forbidden unauthorized blocked rejected disallowed denial',
  'authorized permission allowed permitted',
  'lost forgot forgotten lose missing',
  'find where',
  'leaked exposed compromised stolen public published hacked leak committed pushed',
  'gray grey grayed greyed disabled',
  'change update edit modify rename replace',
  'delete remove',
  'close terminate cancel',
  'create make add new',
  'arrive arrived arrives received receive sent send deliver delivered delivery',
  'email mail e-mail notification alert',
  'alarm alert',
  'organization organisation organizations org company',
  'outside external partner vendor third-party supplier',
  'mfa 2fa otp authenticator second-factor two-factor',
  'scp scps guardrail service-control-policy',
  'rcp rcps resource-control-policy',
  'sso identity-center permissionset single-sign-on',
  'key keys credential credentials',
  'secret password',
  'restriction lock limit restrict block blocks',
  'limit quota maximum exceeded',
  'expired expire outdated ended ends over',
  'rotate replace',
  'clock time skew',
  'error message exception problem',
  'admin administrator administratoraccess root',
  'tool program software app application',
  'region regions',
  'vat tax gst',
  'buy purchase subscribe',
  'ri reserved reservation reservations savings',
  'assume assumed switch',
  'pod pods kubernetes eks kubectl',
  'container containers ecs task tasks',
  'bucket s3 object objects',
  'decrypt encrypt encryption kms key',
  'function lambda',
  'ci pipeline build workflow',
  'vpc endpoint privatelink',
  'ip address network',
  'tag tags tagging abac',
  'throttled throttling rate rate-limit',
  'mean meaning explain explanation',
  'order sequence evaluation evaluate logic',
  'host hosting selfhost install self-host',
  'offline air-gapped',
  'linked member child sub-account',
  'payer management master',
  'report export cur exports',
  'suspended blocked deactivated locked',
  'wildcard asterisk star',
  'upgrade change',
  'trial free',
  'voucher promotional credit credits code coupon',
  'username user users',
  'decode decoded encoded',
  'stopped fails failed broken working',
  'db database',
  'instance vm machine server',
  'disk volume ebs',
  'ami image',
  'file files object objects',
  'price prices cost costs',
  'money dollars spending cost',
  'msp partner reseller consultant vendor',
  'intern interns developer developers engineer engineers user users',
  'boss cfo ceo manager colleague',
  'prevent stop block hide',
  'long length size limit characters',
  'star asterisk wildcard',
  'sub linked member',
  'log logs logging',
  'login signin',
  'propagate effect delay wait',
  'unexpected surprise strange unknown',
  'support case ticket',
]

/** Words of other languages, and short forms, with what they mean here. */
const means: readonly (readonly [words: string, meaning: string])[] = [
  ['rechnung rechnungen factura facturas facture factures fattura fatura', 'bill'],
  ['kosten costos coûts costi custos', 'cost'],
  ['zugriff acceso accès accesso acesso', 'access'],
  ['verweigert denegado refusé negato negado', 'denied'],
  ['sehe sehen sieht ver voir vedere anzeigen', 'see'],
  ['bezahlen zahlen pagar zahlung pagare', 'pay'],
  ['konto cuenta compte', 'account'],
  ['berechtigung berechtigungen permiso permisos autorisation autorisations', 'permission'],
  ['passwort contraseña', 'password'],
  ['verloren perdido perdu', 'lost'],
  ['vergessen olvidado oublié', 'forgot'],
  ['schlüssel clave clé chiave', 'key'],
  ['benutzer usuario utilisateur utente', 'user'],
  ['löschen eliminar supprimer', 'delete'],
  ['ändern cambiar changer', 'change'],
  ['schließen cerrar fermer', 'close'],
  ['perms perm', 'permission'],
  ['acct', 'account'],
  ['pwd', 'password'],
]

const stems = (words: string): readonly string[] => words.split(' ').map((word) => stemmer(word))

/** From a stem to the stems that mean the same. */
const table: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>()
  for (const group of same)
    for (const from of stems(group))
      for (const to of stems(group)) if (from !== to) found.set(from, (found.get(from) ?? new Set()).add(to))
  return found
})()

const meanings: ReadonlyMap<string, string> = new Map(
  means.flatMap(([words, meaning]) => words.split(' ').map((word) => [word, meaning] as const)),
)

/** Stems that mean the same as this one; empty where none are known. */
export const synonymsOf = (stem: string): readonly string[] => [...(table.get(stem) ?? [])]

/** The English word for a short form or a word of another language, in lower case; undefined where none is known. */
export const meaningOf = (word: string): string | undefined => meanings.get(word)
