// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedfiles.h"

#include "tracking/artifacts/artifactname.h"
#include "tracking/artifactstore.h"

#include <set>

namespace assay::tracking {

namespace {

Result<Artifact> keepFile(const ArtifactStore &store, const ImportedFile &file, const Context &context)
{
    auto name = checkedName(portableName(file.name));
    if (!name)
        return at(Failure(name.error()), file.path.toStdString());
    auto stored = store.addFile(file.path, context);
    if (!stored)
        return Failure(stored.error());
    const QString kind = file.kind.isEmpty() ? guessedKind(*name) : file.kind;
    return Artifact{.name = *name, .kind = kind, .sha256 = stored->sha256, .bytes = stored->bytes};
}

} // namespace

Result<std::vector<Artifact>> keepFiles(const RunStore &store, const std::vector<ImportedFile> &files,
                                        const std::vector<Artifact> &known, const Context &context)
{
    std::set<QString> names;
    for (const Artifact &artifact : known)
        names.insert(artifact.name);
    std::vector<Artifact> kept;
    for (const ImportedFile &file : files) {
        if (!names.insert(portableName(file.name)).second)
            continue;
        auto artifact = keepFile(store.artifacts(), file, context);
        if (!artifact)
            return Failure(artifact.error());
        kept.push_back(std::move(*artifact));
    }
    return kept;
}

} // namespace assay::tracking
