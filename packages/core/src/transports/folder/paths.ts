/** The three folders of the exchange (oqs-exchange §2.1). */
export const folderRoles = ["req", "res", "face"] as const;

/** Which folder of the exchange. */
export type FolderRole = (typeof folderRoles)[number];

/**
 * Path of a file in a folder. Done by hand because on POSIX systems `path.join` removes one slash of `//TERMINAL/OQS`,
 * and because a `\\?\` path on Windows takes only its own separator.
 */
export function pathIn(folder: string, fileName: string): string {
  const separator = folder.includes("\\") ? "\\" : "/";
  return `${folder.replace(/[\\/]+$/, "")}${separator}${fileName}`;
}
