import '@fontsource-variable/noto-sans-sc'
import './frame/frame.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './frame/app.tsx'
import { currentLanguage } from './frame/choices.ts'
import { startLanguage } from './frame/language.ts'

await startLanguage(currentLanguage())
createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
