// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

namespace assay::tracking {

/// What a caller knows about the work that the machine cannot tell.
struct ProvenanceFacts
{
    QString program;     ///< "assay 0.1.0"; empty: name and version of the application
    QString commandLine; ///< empty: this process's own arguments, quoted for a shell
    int threads = 0;
    quint64 seed = 0;
    std::map<QString, QString> libraries = {}; ///< name → version
};

/// The facts with what this machine, process and working directory add: host, user, system, processor, and the git
/// commit of the working directory with whether files differ from it. Git is asked at most two seconds.
Provenance currentProvenance(const ProvenanceFacts &facts = {});

/// Whether @p known was recorded with a seed: runs of other programs often tell of none, and theirs reads as 0.
bool hasSeed(const Provenance &known);

/// What `git diff HEAD` says of the working directory's repository: the changes no commit has, at most 256 KiB, with a
/// last line that tells when more was left out. Empty outside a repository, and where files do not differ.
QByteArray workingChanges();

/// The name of the user this process belongs to.
QString currentUser();

/// @p arguments as one line that a shell reads back the same.
QString shellLine(const QStringList &arguments);

} // namespace assay::tracking
