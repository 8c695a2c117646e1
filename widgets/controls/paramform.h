// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace assay::ui {

class ParamSpinBox;

/// A form made from ParamSpecs: a field a parameter with its help, a reset beside what was changed, and a sentence
/// under what is not accepted.
class ParamForm : public QWidget
{
    Q_OBJECT
public:
    explicit ParamForm(std::vector<ParamSpec> specs, QWidget *parent = nullptr);

    bool isValid() const;
    /// Those that differ from their defaults; fields with invalid input are left out.
    Params changedParams() const;
    void setParams(const Params &params);
    void reset();

signals:
    void changed();

private:
    struct Field
    {
        ParamSpec spec;
        QCheckBox *check = nullptr;
        QComboBox *combo = nullptr;
        ParamSpinBox *number = nullptr;
        QToolButton *resetButton = nullptr;
        QLabel *problem = nullptr;

        Result<ParamValue> value() const;
        void set(const ParamValue &value) const;
    };

    Field makeField(const ParamSpec &spec);
    void update();

    std::vector<Field> m_fields;
};

/// "more than 0, at most 1": the range of @p spec in words; empty without bounds.
QString rangeText(const ParamSpec &spec);

} // namespace assay::ui
