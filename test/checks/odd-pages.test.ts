import { pages, testCases } from './pages.js';

testCases(pages.filter((_, index) => index % 2 === 1));
