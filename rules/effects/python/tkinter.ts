import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'tkinter',
  language: 'python',
  reference: 'https://docs.python.org/3/library/tkinter.html',
  origin: 'read',
  resource: 'browser',
  calls: [],
  harmless: ['*'],
  asks: [
    'filedialog.askdirectory', 'filedialog.askopenfilename', 'filedialog.askopenfilenames', 'filedialog.asksaveasfilename',
    'messagebox.askokcancel', 'messagebox.askquestion', 'messagebox.askretrycancel', 'messagebox.askyesno', 'messagebox.askyesnocancel',
    'simpledialog.askfloat', 'simpledialog.askinteger', 'simpledialog.askstring',
  ],
});
