#!/usr/bin/env node
// Plain JavaScript without top-level await, so that an old Node can read it and say what is missing.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `kairos: Node.js 24 or newer is needed, this is ${process.versions.node}: use "npm run kairos -- …" in the checkout, which brings its own\n`,
  )
  process.exitCode = 3
} else {
  // Whoever reads our output may stop early (`kairos … | head`).
  process.stdout.on('error', error => process.exit(error.code === 'EPIPE' ? 0 : 1))
  void import('../src/main/cli.ts')
    .then(({ main }) => main(process.argv, process.env))
    .then(exitCode => (process.exitCode = exitCode))
}
