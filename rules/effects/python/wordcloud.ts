import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'wordcloud',
  language: 'python',
  reference: 'https://amueller.github.io/word_cloud',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    WordCloud: [
      'WordCloud#fit_words()', 'WordCloud#generate()', 'WordCloud#generate_from_frequencies()', 'WordCloud#generate_from_text()',
      'WordCloud#recolor()',
    ],
  },

  calls: [
    ['WordCloud#to_file', 'write.set', 'arg 0:filename'],
  ],

  harmless: ['*', 'WordCloud#*'],
});
