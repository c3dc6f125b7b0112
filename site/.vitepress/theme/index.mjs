import DefaultTheme from 'vitepress/theme'
import { rememberTabs } from './tabs.mjs'
import './style.css'

export default {
  extends: DefaultTheme,
  setup: rememberTabs,
}
