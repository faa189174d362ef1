/** The three folders of the exchange (oqs-exchange §2.1). */
export const folderRoles = ["req", "res", "face"] as const;

/** Which folder of the exchange. */
export type FolderRole = (typeof folderRoles)[number];

/**
 * Path of a file in a folder. Done by hand because `path.join` of a POSIX system eats one slash of `//TERMINAL/OQS`,
 * and because a `\\?\` path of Windows takes only its own separator.
 */
export function pathIn(folder: string, fileName: string): string {
  const separator = folder.includes("\\") ? "\\" : "/";
  return `${folder.replace(/[\\/]+$/, "")}${separator}${fileName}`;
}
