// Names that shells, computers, directories, chats, and CI systems write.

const account = String.raw`([\p{L}\p{N}_][\p{L}\p{N}_+=.@-]{1,63})`
/** Accounts that come with a system or an image, and name no one. */
const everywhere =
  '(?:root|nobody|daemon|ubuntu|ec2-user|runner|www-data|postgres|jenkins|admin|staff|wheel|users|docker)'

/** Each expression's group is a name, perhaps of several words. */
const places: readonly RegExp[] = [
  // "uid=1000(mary) gid=1000(mary)". https://pubs.opengroup.org/onlinepubs/9799919799/utilities/id.html
  new RegExp(String.raw`(?<=[=,])\d{1,10}\((?!${everywhere}\))${account}\)`, 'gu'),
  // The owner and the group in a long listing. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/ls.html
  new RegExp(String.raw`^[bcdlps-][rwxsStT-]{9}[+.@]?\s{1,8}\d{1,9}\s{1,8}(?!${everywhere}\s)${account}\s`, 'gmu'),
  new RegExp(
    String.raw`^[bcdlps-][rwxsStT-]{9}[+.@]?\s{1,8}\d{1,9}\s{1,8}\S{1,64}\s{1,8}(?!${everywhere}\s)${account}\s`,
    'gmu',
  ),
  new RegExp(String.raw`\b(?:sudo|runuser|doas)\s{1,4}(?:-\w{1,8}\s{1,4}){0,3}?-u\s{0,4}${account}`, 'gu'),
  new RegExp(
    String.raw`\b(?:su|passwd|chage|usermod|useradd|adduser)\s{1,4}(?:-[\w-]{0,8}\s{1,4}){0,3}${account}\s{0,4}$`,
    'gmu',
  ),
  new RegExp(String.raw`\b(?:whoami|logname|id -un)\s{0,4}\r?\n${account}\s{0,4}$`, 'gmu'),
  new RegExp(String.raw`(?<![\w~/.-])~(?!${everywhere}\/)${account}\/`, 'gu'),
  new RegExp(String.raw`\b(?:ssh|scp|rsync|sftp|mosh)\s[^\r\n@]{0,80}?(?!${everywhere}@)${account}(?=@)`, 'gu'),
  // Names of computers: "marys-MacBook-Pro.local", "mary-laptop"
  ...['', "['’]?s"].map(
    (genitive) =>
      new RegExp(
        String.raw`(?<![\w.-])([\p{L}\p{N}][\p{L}\p{N}_-]{1,40}?)${genitive}-(?:MacBook|MBP|MBA|iMac|Mac-mini|laptop|notebook|desktop|workstation|thinkpad|pc)(?![\p{L}\p{N}])`,
        'giu',
      ),
  ),
  // Directories: https://www.rfc-editor.org/rfc/rfc4514
  /(?<![A-Za-z0-9])(?:CN|UID|DC|O)=((?!(?:com|net|org|local|internal|corp|[Uu]sers|[Cc]omputers|[Bb]uiltin|Amazon|AWS)(?![\p{L}\p{N}]))[\p{L}\p{N}][^,=+<>;"\\\r\n]{1,100})(?=,|$)/gmu,
  // Subjects of SAML assertions: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
  /<(?:[\w-]{1,20}:)?NameID\b[^>]{0,400}>([^<]{1,100})</g,
  /\bName="[^"]{0,200}(?:RoleSessionName|PrincipalTag:[^"]{0,100}|\/(?:name|surname|givenname|upn|emailaddress|nameidentifier))"[^>]{0,200}>\s{0,20}<(?:[\w-]{1,20}:)?AttributeValue[^>]{0,200}>([^<]{1,100})</g,
  // Chats: <@U02AB|mary>
  /<@[UW][A-Z0-9]{2,20}\|([\p{L}\p{N}._-]{2,64})>/gu,
  // The console's menu: "Admin/mary @ 1234-5678-9012", "Signed in as mary @ example"
  /(?<![\p{L}\p{N}_+=,.@/-])([\p{L}\p{N}_+=,.@-]{1,64}\/[\p{L}\p{N}_+=,.@-]{2,64}) @ (?=[\p{L}\p{N}])/gu,
  /\b(?:user|signed in as|logged in as|account)[: ]{1,2}[\p{L}\p{N}_+=,.@/-]{2,128} @ ([\p{L}\p{N}][\p{L}\p{N}-]{2,62})/giu,
  // CI systems: https://docs.gitlab.com/ci/variables/predefined_variables/, https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
  /\b(?:CI_PROJECT_(?:PATH|NAMESPACE|ROOT_NAMESPACE|NAME)|GITLAB_USER_(?:LOGIN|NAME)|BITBUCKET_(?:REPO_FULL_NAME|REPO_OWNER|WORKSPACE|REPO_SLUG)|CIRCLE_(?:PROJECT_USERNAME|PROJECT_REPONAME|USERNAME)|BUILD_(?:REQUESTEDFOR|REPOSITORY_NAME|USER)|GITHUB_(?:REPOSITORY_OWNER|TRIGGERING_ACTOR)|CHANGE_AUTHOR(?:_DISPLAY_NAME)?)(?:["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{0,4})([^"'\\\r\n]{1,100})/g,
  /\b[Ss]tarted by (?:user )?([^\r\n]{2,80})$/gm,
  // Repositories of images: the company is in front
  /\b(?:docker|podman|buildah|nerdctl)\s{1,4}(?:push|tag|build\s[^\r\n]{0,80}?-t|manifest \w{1,12})\s{1,4}(?!(?:library|amazon|public\.ecr\.aws|localhost)\/)([a-z0-9][a-z0-9._-]{1,60})\//g,
]

/** The names in a text that machines wrote. */
export const machineNames = (text: string): readonly string[] =>
  places.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''))
