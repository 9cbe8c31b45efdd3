/**
 * The words of the console's access-denied panel in the languages that it's translated into. ARNs, actions and the reason stay English, so
 * the words only distinguish the labels. Spanish, French, Korean and Portuguese were seen in public reports (November 28, 2026); the
 * others are AWS's own terms in its translated documentation, and they decide nothing but the meaning of a label.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const labels: readonly (readonly [name: LabelName, words: string])[] = [
  ['User', 'Usuario|Usuário|Utilisateur|사용자|ユーザー|Benutzer|Utente|用户|使用者|Pengguna'],
  ['Action', 'Acción|Accion|Ação|Acao|작업|アクション|Aktion|Operazione|Azione|操作|動作|Tindakan'],
  ['Context', 'Contexto|Contexte|컨텍스트|コンテキスト|Kontext|Contesto|上下文|背景|內容|Konteks'],
  [
    'On resource(s)',
    'Recursos?|En los recursos|Nos recursos|Ressources?|리소스|リソース|Ressourcen|Risors[ae]|资源|資源|Sumber daya|Resources?',
  ],
  ['Service', 'Servicio|Serviço|서비스|サービス|Servizio|服务|服務|Layanan|Dienst'],
]

/** "Context" in any language: every panel has this word. */
export const contextWords = new RegExp(
  ['Context', ...(labels.find(([name]) => name === 'Context')?.[1].split('|') ?? [])]
    .filter((word) => word === 'Context' || !word.startsWith('Context'))
    .join('|'),
)

export type LabelName = 'User' | 'Action' | 'Context' | 'On resource(s)' | 'Service'

const names: ReadonlyMap<string, LabelName> = new Map(
  labels.flatMap(([name, words]) => words.split('|').map((word) => [word.replace('?', ''), name] as const)),
)
/** A French colon follows a space, and a Japanese colon can be full-width; as in English, the console’s own label is read elsewhere. */
const english = '(?:User|Action|Context|Service)(?=\\s{1,20}[:：]|：)'
const label = new RegExp(
  `(?<=^|[\\n\\]]|\\n[ \\t*•-]{1,9}|\\s/\\s)(${labels.map(([, words]) => words).join('|')}|${english})\\*{0,2}\\s{0,20}[:：]`,
  'g',
)

const englishNames: ReadonlyMap<string, LabelName> = new Map([
  ['User', 'User'],
  ['Action', 'Action'],
  ['Context', 'Context'],
  ['Service', 'Service'],
])

/** A label of a translated panel: what it means and where its value begins. */
export interface TranslatedLabel {
  readonly name: LabelName
  readonly start: number
  readonly end: number
}

/** The labels of a translated panel, in order; at most 200. */
export function translatedLabels(text: string): readonly TranslatedLabel[] {
  const found: TranslatedLabel[] = []
  for (const match of text.matchAll(label)) {
    const word = match[1] ?? ''
    const name = names.get(word) ?? englishNames.get(word) ?? 'On resource(s)'
    found.push({ name, start: match.index, end: match.index + match[0].length })
    if (found.length >= 200) break
  }
  return found
}

/** The button under the panel: its word gets into what is copied. */
export const copyButton = /\s+(?:Copy|コピー|복사|复制|複製|Kopieren|Copier|Copiar|Copia|Salin)$/

/** How translated pages say that access is denied. One of these words makes a text with an ARN and an action a denial. */
export const deniedInWords =
  /no está autorizad|não está autorizad|no tiene permiso|não tem permissão|acceso denegado|acesso negado|accès refusé|n['’]est pas autorisé|n['’]êtes pas autorisé|nicht (?:berechtigt|autorisiert)|keine Berechtigung|Zugriff verweigert|non (?:è )?autorizzat|accesso negato|権限がありません|許可されていません|アクセス(?:が)?拒否|권한이 (?:없|부여되지)|액세스(?:가)? 거부|没有权限|无权|未(?:被)?授权|访问被拒绝|存取遭拒|拒絕存取|無權|沒有許可|未獲授權|tidak berwenang|tidak memiliki izin|akses ditolak/i
