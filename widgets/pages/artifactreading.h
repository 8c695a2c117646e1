// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/data/reader.h"
#include "tracking/runstore.h"

#include <QImage>
#include <memory>

namespace assay::ui {

enum class TextEncoding { Automatic, Utf8, Utf16, Latin1 };

/// What can be shown of an artifact; of a large one its beginning.
struct ArtifactPreview
{
    enum Kind { Text, Json, Table, Image, Bytes };
    Kind kind = Text;
    QString text = {};     ///< of text, JSON and bytes; JSON is set out in lines
    QString encoding = {}; ///< that the text was read with
    std::shared_ptr<const assay::Json> json = {};
    std::shared_ptr<const engine::ReadPreview> table = {};
    QImage image = {}; ///< made smaller where it is large
    QSize pixels = {}; ///< of the picture as it is stored
    qint64 shown = 0;  ///< [bytes] of it, when that is not all; otherwise 0
};

/// Reads as much of @p artifact as there is to show; whole ones are checked by digest. May take a while. Errors:
/// `artifact_damaged`.
Result<ArtifactPreview> readArtifact(const tracking::RunStore &store, const tracking::Artifact &artifact,
                                     TextEncoding encoding, const Context &context);

} // namespace assay::ui
