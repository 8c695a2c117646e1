// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/reader.h"

#include <QAbstractTableModel>

namespace assay::ui {

/// The first rows of a file: every cell as it was read, with what the file says in RawRole.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        RawRole = Qt::UserRole, ///< QString as written
        LostRole                ///< bool: something is written but nothing could be read
    };

    explicit PreviewModel(QObject *parent = nullptr);

    void setPreview(engine::ReadPreview preview);
    const engine::ReadPreview &preview() const { return m_preview; }
    engine::Kind kind(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const engine::Column *column(int index) const;
    QString raw(int row, int column) const;

    engine::ReadPreview m_preview;
    std::vector<const engine::Column *> m_columns; ///< by shown column; nullptr when the table lacks it
};

/// "whole number", "category", …
QString kindText(engine::Kind kind);
/// The word and its plain meaning, for menus.
QString kindHelp(engine::Kind kind);

} // namespace assay::ui
