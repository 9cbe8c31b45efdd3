// Every run of npm test tries the same cases; npm run fuzz tries others.
import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.WHYDENIED_SEED ?? 20) })
