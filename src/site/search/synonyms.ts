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
  'close terminate cancel deactivate',
  'create make add new',
  'arrive arrived arrives received receive sent send deliver delivered delivery',
  'email mail e-mail notification alert recipient',
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
  'stopped fails failed broken working down outage',
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
  'long length size limit characters big large huge',
  'star asterisk wildcard',
  'sub linked member',
  'log logs logging',
  'login signin',
  'propagate effect delay wait active',
  'public internet world everyone',
  'unexpected surprise strange unknown',
  'support case ticket',
  'swap switch exchange replace change',
  'fetch grab obtain retrieve download pull',
  'ban exclude forbid prevent',
  'approve accept',
  'reset recover recovery restore regain',
  'former ex left quit departed resigned fired',
  'verify validate validation check confirm',
  'move migrate transfer',
  'split allocate divide distribute',
  'forecast predict prediction estimate',
  'join invite invitation',
  'empty blank zero',
  'activate enable turn switch configure setup',
  'pending stuck waiting',
  'ignored ignore override effect precedence',
  'trigger invoke start run launch fire',
  'readonly read-only view',
  'monitor watch notify',
  'purchase buy subscribe order',
  'inactive deactivated disabled',
  'anomaly unusual weird spike irregular',
  'anonymous guest unauthenticated unsigned',
  'renew extend refresh',
  'save reduce lower cheaper savings',
  'twice double doubled duplicate',
  'wrong incorrect invalid bad',
  'missing gone disappeared vanished absent',
  'leave exit quit',
  'amount sum total',
  'treasurer purchasing procurement accounting finance',
  'difference differ differs compare mismatch discrepancy',
  'ask request require demand',
  'department team unit division',
  'yearly annual year',
  'explain meaning understand',
]

/** Things, and what kind of thing each is: one who names the thing finds what the pages say of its kind, and not the other way. */
const kinds: readonly (readonly [things: string, kind: string])[] = [
  ['visa mastercard amex debit paypal sepa ach wire iban', 'card'],
  ['yubikey authy duo fido passkey totp token authenticator fingerprint', 'mfa device'],
  ['okta adfs entra onelogin keycloak ping jumpcloud azuread workspace', 'saml'],
  ['jenkins circleci bitbucket buildkite gitlab terraform codefresh spacelift teamcity', 'oidc ci'],
  [
    'datadog kubecost cloudhealth cloudability vantage snyk wiz newrelic grafana cloudzero finout',
    'third-party vendor',
  ],
  ['slack teams pagerduty chime sms', 'notification alert'],
  ['quickbooks netsuite sap datev xero', 'accountant invoice'],
  ['coupa ariba', 'procurement portal'],
  ['aurora postgres postgresql mysql mariadb', 'rds database'],
  ['fargate', 'ecs task'],
  ['kubectl helm kube', 'kubernetes eks'],
  ['dockerfile docker podman', 'ecr image'],
  ['opensearch elasticsearch kibana', 'es domain'],
  ['claude anthropic llama nova titan mistral', 'bedrock model'],
  ['spark pyspark crawler', 'glue'],
  ['jupyter notebook', 'sagemaker'],
  ['dns domain subdomain cname', 'route53 zone record'],
  ['certificate cert ssl tls acm', 'certificate'],
  ['react angular spa webpage website homepage', 'website'],
  ['cron scheduler scheduled', 'eventbridge rule'],
  ['gsi lsi', 'index'],
  ['lake lakehouse', 'lake formation'],
  ['boto3 botocore cli sdk powershell script bash python java golang', 'program'],
  ['intern contractor freelancer', 'user people'],
  ['cfo ceo boss manager director', 'finance people'],
  ['subsidiary daughter gmbh ltd affiliate', 'company'],
  ['vpn proxy firewall wifi laptop home office', 'network ip'],
  ['spreadsheet excel csv', 'export'],
  ['ebs disk drive', 'volume'],
  ['owner', 'root user'],
]

/** Words of other languages, without accents, and short forms, with what they mean here. */
const means: readonly (readonly [words: string, meaning: string])[] = [
  ['rechnung rechnungen factura facturas facture factures fattura fatture fatura faturas boleto', 'bill'],
  ['abrechnung facturacion facturation fatturazione faturamento', 'billing'],
  ['rechnungsadresse', 'billing address'],
  ['kosten ausgaben costos costes gastos couts depenses costi spese custos', 'cost'],
  ['hoch teuer caro cher alto', 'high'],
  ['gebuhr gebuhren cargo cargos frais addebito cobranca', 'charge'],
  ['unerwartet unerwartete inesperado inattendu imprevisto', 'unexpected'],
  ['zugriff zugang acceso acces accesso acesso', 'access'],
  ['verweigert abgelehnt denegado denegada refuse refusee negato negado', 'denied'],
  ['gesperrt bloqueado bloqueada bloque bloccato suspendida suspendido suspendu sospeso suspensa', 'suspended'],
  ['sehe sehen sieht ansehen ver veo voir vois vedere vedo vejo anzeigen zeigen mostrar afficher', 'see'],
  ['offnen abrir ouvrir aprire', 'open'],
  ['finde finden encuentro encontrar trouver trovare', 'find'],
  ['herunterladen runterladen descargar telecharger scaricare baixar', 'download'],
  ['bezahlen zahlen zahlung pagar pago pagamento paiement payer pagare', 'pay'],
  ['zahlungsmethode zahlungsmittel zahlungsart', 'payment method'],
  ['karte kreditkarte tarjeta carte carta cartao', 'card'],
  ['konto konten cuenta cuentas compte comptes conto conta contas', 'account'],
  ['mitgliedskonto', 'member account'],
  ['verwaltungskonto', 'management account'],
  [
    'berechtigung berechtigungen rechte permiso permisos autorisation autorisations permesso permessi permissao permissoes',
    'permission',
  ],
  ['berechtigt autorizado autorizada autorise autorizzato', 'authorized'],
  ['benotigen brauche braucht necesito necesita besoin bisogno preciso', 'need'],
  ['freischalten aktivieren freigeben einschalten activar activer attivare ativar', 'activate'],
  ['geben dar donner dare', 'give'],
  ['passwort kennwort contrasena senha', 'password'],
  ['verloren perdido perdida perdi perdu perso perduto', 'lost'],
  ['vergessen olvidado olvide oublie dimenticato esqueci', 'forgot'],
  ['zurucksetzen restablecer reinitialiser reimpostare redefinir', 'reset'],
  ['telefon handy telefono telephone telemovel celular', 'phone'],
  ['schlussel clave claves cle cles chiave chiavi chave chaves', 'key'],
  ['zugriffsschlussel zugangsschlussel', 'access key'],
  ['anmelden einloggen anmeldung iniciar connexion accedere entrar', 'signin'],
  ['benutzer nutzer usuario usuarios utilisateur utilisateurs utente utenti', 'user'],
  ['mitarbeiter kollege empleado employe dipendente', 'employee'],
  [
    'buchhaltung buchhalter steuerberater contable contador contabilidad comptable comptabilite contabile contabilita',
    'accountant',
  ],
  ['rolle rol ruolo papel', 'role'],
  ['richtlinie richtlinien politica politicas politique strategie criterio', 'policy'],
  ['abgelaufen caducado vencido expirado expire scaduto', 'expired'],
  ['gutschein guthaben gutschrift saldo credito creditos credito avoir', 'credit'],
  ['steuer steuern umsatzsteuer mehrwertsteuer ust mwst ustid iva impuesto impuestos tva impot imposto', 'tax'],
  ['presupuesto presupuestos orcamento', 'budget'],
  ['warnung benachrichtigung alerta alerte avviso', 'alert'],
  ['kostenlos gratis gratuit gratuito', 'free'],
  ['erstellen anlegen crear creer creare criar', 'create'],
  ['loschen entfernen eliminar borrar supprimer eliminare excluir', 'delete'],
  ['andern wechseln cambiar changer cambiare alterar mudar', 'change'],
  ['schliessen kundigen kundigung cerrar fermer chiudere fechar encerrar', 'close'],
  ['fehler fehlermeldung erreur errore erro', 'error'],
  ['unterstutzung soporte assistance supporto suporte', 'support'],
  ['bestellung bestellnummer', 'purchase order'],
  ['schlusselverwaltung', 'kms'],
  ['organisation organizacion organizzazione organizacao', 'organization'],
  ['firma unternehmen empresa entreprise azienda', 'company'],
  ['andere anderem anderen anderer anderes fremde fremden', 'other'],
  ['einrichten einstellen konfigurieren', 'configure'],
  ['fehlt fehlen fehlend fehlende', 'missing'],
  ['fehlgeschlagen gescheitert fehlschlag', 'failed'],
  ['akzeptiert angenommen', 'accepted'],
  ['sichtbar', 'visible'],
  ['hinterlegen hinzufugen eintragen', 'add'],
  ['einlosen eingelost', 'redeem'],
  ['buro', 'office'],
  ['netz netzwerk', 'network'],
  ['annehmen ubernehmen ubernommen', 'assume'],
  ['gultig', 'valid'],
  ['ungultig falsch falsche falscher', 'wrong'],
  ['nummer', 'number'],
  ['adresse anschrift', 'address'],
  ['monat monatlich monatliche', 'month'],
  ['jahr jahrlich', 'year'],
  ['vertrag', 'contract'],
  ['erstattung ruckerstattung', 'refund'],
  ['nachricht meldung', 'message'],
  ['erlauben erlaubt zulassen gestatten', 'allow'],
  ['verbieten verboten untersagen', 'forbid'],
  ['sperren sperre', 'block'],
  ['einsehen ansicht', 'view'],
  ['teilen freigabe', 'share'],
  ['verschlusselt verschlusselung verschlusseln', 'encrypted'],
  ['entschlusseln', 'decrypt'],
  ['datei dateien', 'file'],
  ['dienst dienste', 'service'],
  ['gruppe gruppen', 'group'],
  ['besitzer inhaber eigentumer', 'owner'],
  ['mahnung uberfallig', 'overdue'],
  ['lastschrift bankeinzug', 'direct debit'],
  ['uberweisung', 'bank transfer'],
  ['prufen kontrollieren', 'check'],
  ['vergleichen vergleich', 'compare'],
  ['unterschied', 'difference'],
  ['bedeutet bedeutung heisst', 'meaning'],
  ['kostenstelle kostenstellen', 'cost category'],
  ['abteilung abteilungen', 'department'],
  ['tochter tochterfirma tochtergesellschaft', 'subsidiary'],
  ['umziehen verschieben', 'move'],
  ['austreten verlassen', 'leave'],
  ['beitreten', 'join'],
  ['einladung einladen', 'invitation'],
  ['gerat gerate', 'device'],
  ['defekt kaputt', 'broken'],
  ['gestohlen geklaut', 'stolen'],
  ['geleakt veroffentlicht', 'leaked'],
  ['gehackt', 'hacked'],
  ['protokoll protokolle', 'log'],
  ['preis preise', 'price'],
  ['rabatt rabatte', 'discount'],
  ['prognose vorhersage', 'forecast'],
  ['bericht berichte auswertung auswerten', 'report'],
  ['schreiben', 'write'],
  ['lesen', 'read'],
  ['hochladen', 'upload'],
  ['weitergeben ubergeben', 'pass'],
  ['schicken senden verschicken versenden zusenden', 'send'],
  ['automatisch', 'automatically'],
  ['bekommen erhalten kriegen', 'receive'],
  ['suchen', 'find'],
  ['umsonst', 'free'],
  ['geheimnis', 'secret'],
  ['perms perm', 'permission'],
  ['acct accnt', 'account'],
  ['pwd', 'password'],
  ['creds', 'credential'],
  ['programmatic', 'access key program'],
  ['config cfg', 'configuration'],
  ['mgmt', 'management'],
  ['db', 'database'],
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

/** From the stem of a thing to the stems of its kind. */
const kindOf: ReadonlyMap<string, readonly string[]> = new Map(
  kinds.flatMap(([things, kind]) => stems(things).map((thing) => [thing, stems(kind)] as const)),
)

/** Stems that mean the same as this one, or name the kind of thing it is; empty where none are known. */
export const synonymsOf = (stem: string): readonly string[] => [
  ...new Set([...(table.get(stem) ?? []), ...(kindOf.get(stem) ?? [])]),
]

/** Words without a meaning of their own in the same languages. Some of them mean something in English, so they go only where another word was translated. */
const fillers: ReadonlySet<string> = new Set(
  `sie ihr ihre ihren unser unsere unseren unserer bitte habe haben gibt geht mehr hier sind brauchen konnen
  el la los las lo un una unos unas de del mi mis me mio no puedo puede pueden poder como donde por que para con en se su sus yo tengo tiene hay esta este estan nuestra nuestro he ha
  le les des du mon ma mes je ne peux peut pas comment ou pour avec dans et il est sont ai a notre nos ce cette vos
  gli di da della del non posso puo come dove per mia nella nel sono ho nostra nostro
  nao meu minha meus minhas os as o com em na do uma posso consigo onde`.split(/\s+/),
)

/** A text with words of other languages and short forms replaced by English ones; words that `isKnown` stay. Linear in the text. */
export function inEnglish(text: string, isKnown: (word: string) => boolean): string {
  const words = text.split(/(?<=[^\p{L}\p{N}])|(?=[^\p{L}\p{N}])/u).map((word) => {
    const plain = withoutAccents(word.toLowerCase())
    const meaning = isKnown(word.toLowerCase()) ? undefined : (meanings.get(plain) ?? meaningOfTwo(plain))
    return { word, plain, meaning }
  })
  if (words.every(({ meaning }) => meaning === undefined)) return text
  return words.map(({ word, plain, meaning }) => meaning ?? (fillers.has(plain) ? '' : word)).join('')
}

/** "steuernummer": two words in one, as German writes them, perhaps with an s or n between them. */
function meaningOfTwo(word: string): string | undefined {
  if (word.length > longestCompound) return undefined
  for (let i = word.length - shortestPiece; i >= shortestPiece; i--) {
    const second = meanings.get(word.slice(i))
    if (second === undefined) continue
    const first = meanings.get(word.slice(0, i)) ?? meanings.get(word.slice(0, i).replace(/[sn]$/, ''))
    if (first !== undefined) return `${first} ${second}`
  }
  return undefined
}

const shortestPiece = 4
const longestCompound = 40

const withoutAccents = (word: string): string => word.replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')
