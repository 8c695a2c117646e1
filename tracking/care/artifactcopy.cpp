// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/artifactcopy.h"

namespace assay::tracking {

namespace {

Result<void> copyOne(const Artifact &artifact, const ArtifactStore &from, const ArtifactStore &to,
                     const Context &context)
{
    if (to.holds({.sha256 = artifact.sha256, .bytes = artifact.bytes}))
        return {};
    if (auto whole = from.verify(artifact, context); !whole)
        return whole;
    auto added = to.addFile(from.path(artifact.sha256), context);
    if (added && added->sha256 == artifact.sha256)
        return {};
    if (!added && added.error().kind != ErrorKind::BadInput)
        return Failure(added.error());
    return failure(ErrorKind::Refused, "artifact_damaged",
                   "The artifact {} was removed or changed while it was copied ({}); put back a copy of that file.",
                   {artifact.name.toStdString(), from.path(artifact.sha256).toStdString()});
}

} // namespace

Result<CopiedArtifacts> copyArtifacts(const std::vector<Artifact> &artifacts, const ArtifactStore &from,
                                      const ArtifactStore &to, const Context &context)
{
    CopiedArtifacts copied;
    for (std::size_t i = 0; i < artifacts.size(); ++i) {
        auto done = copyOne(artifacts[i], from, to, context);
        if (context.cancelled())
            return cancelled();
        if (done) {
            ++copied.files;
            copied.bytes += artifacts[i].bytes;
        } else if (done.error().code == "artifact_damaged") {
            copied.missing.push_back({.code = QStringLiteral("artifact"),
                                      .where = artifacts[i].sha256,
                                      .message = QString::fromStdString(done.error().message)});
        } else {
            return Failure(done.error());
        }
        context.progress("Artifacts", static_cast<qint64>(i + 1), static_cast<qint64>(artifacts.size()));
    }
    return copied;
}

} // namespace assay::tracking
