/** `npm run build` puts the console into dist/console; `npx vite console` serves it while you change it. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2024',
    // Fonts stay files of their own: inlined they would come with every style sheet.
    assetsInlineLimit: 0,
    // Charts come in one part, after the page; without compression.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8460' } },
})
