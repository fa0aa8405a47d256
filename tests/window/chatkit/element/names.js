/** The closed lists of names in ChatKit's published types (@openai/chatkit 1.9.0). */

const words = (text) => text.trim().split(/\s+/);

export const headerIcons = words(`
  sidebar-left sidebar-right sidebar-open-left sidebar-open-right sidebar-open-left-alt
  sidebar-open-right-alt sidebar-floating-left sidebar-floating-right sidebar-floating-open-left
  sidebar-floating-open-right sidebar-collapse-left sidebar-collapse-right collapse-left
  collapse-right open-left open-right double-chevron-left double-chevron-right home home-alt
  back-small back-large expand-large collapse-large expand-small collapse-small star star-filled
  bug chat-temporary settings-cog grid dots-horizontal dots-vertical dots-horizontal-circle
  dots-vertical-circle menu menu-inverted hamburger history book-open compose share light-mode
  dark-mode close
`);

export const icons = words(`
  agent analytics atom batch bolt book-open book-closed book-clock bug calendar chart check
  check-circle check-circle-filled chevron-left chevron-right circle-question clock compass
  confetti cube desktop document dots-horizontal dots-vertical empty-circle external-link globe
  keys lab images info lifesaver lightbulb mail map-pin maps mobile name notebook notebook-pencil
  page-blank phone play plus profile profile-card reload star star-filled search sparkle
  sparkle-double square-code square-image square-text suitcase settings-slider user wreath write
  write-alt write-alt2
`);

export const locales = words(`
  am ar bg-BG bn-BD bs-BA ca-ES cs-CZ da-DK de-DE el-GR es-419 es-ES et-EE fi-FI fr-CA fr-FR gu-IN
  hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-IT ja-JP ka-GE kk kn-IN ko-KR lt lv-LV mk-MK ml mn mr-IN
  ms-MY my-MM nb-NO nl-NL pa pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI so-SO sq-AL sr-RS sv-SE
  sw-TZ ta-IN te-IN th-TH tl tr-TR uk-UA ur vi-VN zh-CN zh-HK zh-TW
  bg bn bs ca cs da de el es et fi fr gu hi hr hu hy id is it ja ka kn ko lv mk mr ms my nb nl pl
  pt ro ru sk sl so sq sr sv sw ta te th tr uk vi zh zh-Hant en
`);
