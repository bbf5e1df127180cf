/** Begins every line of a test report that goes through the console of a VS Code window, which others write to as well. */
export const reportMark = 'tests | ';
