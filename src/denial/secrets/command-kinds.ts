// Passwords in command lines: an option says what its value is.
import type { SecretKind } from './kind.ts'
import { isItself } from './randomness.ts'

/** A value in quotes, or a word. Each has a group of its own. */
const value = String.raw`(?:"([^"\r\n]{1,400})"|'([^'\r\n]{1,400})'|([^\s"'\\-][^\s"'\\]{0,400}))`
/** What stands between a command and its option: nothing of another command. */
const between = String.raw`[^\n;|&]{0,160}?\s`

export const commandKinds: readonly SecretKind[] = [
  {
    name: 'passwords and secrets in command-line options',
    kind: 'password',
    pattern: new RegExp(
      `--(?:[a-z]{1,20}-){0,4}(?:password|passphrase|secret-string|client-secret|secret-key|secret-access-key|api-key|(?:auth|session|access|refresh|id|identity)-token)(?: {1,4}|=)${value}`,
      'g',
    ),
    isReal: isItself,
  },
  {
    // https://dev.mysql.com/doc/refman/8.4/en/connecting.html: no blank between -p and the password.
    name: 'passwords after -p of MySQL’s commands',
    kind: 'password',
    pattern: new RegExp(
      String.raw`\b(?:mysql|mariadb)(?:[-_]?(?:dump|admin|import|sh|show|check))?\b${between}-p(?:"([^"\r\n]{1,400})"|'([^'\r\n]{1,400})'|([^\s"'-][^\s"']{2,100}))`,
      'g',
    ),
    isReal: isItself,
  },
  {
    // Only where -p isn't a port: "docker run -p 8080:80" is one, and "redis-cli -p", too.
    name: 'passwords after short options of docker login, mongosh, redis-cli, sqlcmd, and sshpass',
    kind: 'password',
    pattern: new RegExp(
      String.raw`(?:\b(?:(?:docker|podman|buildah|skopeo|nerdctl|oras|crane|helm registry) (?:auth )?login|mongo(?:sh|dump|restore|export|import)?)\b${between}-p|\bsshpass\b${between}-p|\bredis-cli\b${between}-a|\b(?:sqlcmd|bcp)\b${between}-P)(?: {1,4}|=|(?=["']))${value}`,
      'g',
    ),
    isReal: isItself,
  },
  {
    // https://everything.curl.dev/usingcurl/netrc.html
    name: 'passwords in a .netrc file',
    kind: 'password',
    pattern: /\blogin\s{1,20}[^\s]{1,100}\s{1,20}password\s{1,20}([^\s"']{3,200})/g,
    isReal: isItself,
  },
  {
    name: 'passwords of curl -u',
    kind: 'password',
    pattern: /\bcurl\b[^\n]{0,160}?\s(?:-u|--user)[ =]["']?[^\s:"']{1,100}:([^\s"']{2,200})/g,
    isReal: isItself,
  },
]
