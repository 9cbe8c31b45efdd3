// nginx with a site's configuration, in a folder of its own: it needs no rights and touches no configuration of the machine.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian puts nginx, and the package that holds it. */
export const nginx = { binary: '/usr/sbin/nginx', debian: 'nginx-light' } as const

/**
 * Writes a whole configuration of nginx around that of a site (`server` and `map` blocks) into `folder`. `name` keeps several apart. Returns the
 * arguments that start nginx in the foreground.
 */
export function nginxArguments(folder: string, name: string, site: string): readonly string[] {
  const write = (file: string, text: string): string => {
    writeFileSync(join(folder, file), text)
    return join(folder, file)
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${name}-${kind};`)
    .join('\n')
  const whole = `pid ${folder}/${name}.pid;\nerror_log ${folder}/${name}.log;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${temporary}\ninclude ${write(`${name}.site.conf`, site)};\n}\n`
  return ['-c', write(`${name}.conf`, whole), '-g', 'daemon off;']
}
